const TITLE =
  /^(?:(?:cac )?(?:dong chi|ong|ba) )?(?:quyen )?(?:pho )?(?:tong giam doc|giam doc|chu tich|thu truong|nguoi dung dau|lanh dao|bi thu|bo truong|thu truong|cuc truong|chi cuc truong|vu truong|truong(?= (?:cong an|phong|ban|cac))|tong bien tap|vien truong|chanh an|chi huy truong|tu lenh|chu nhiem|tong thanh tra(?= thanh tra)|chanh(?= (?:van phong|thanh tra))) (?:cua )?/

const QUALIFIERS =
  / (?:co )?lien quan| theo (?:quy dinh|chuc nang nhiem vu|tham quyen)| (?:dong |hoat dong )?tren dia ban| toan(?= tinh)|(?<= tinh) nha$/g

/**
 * Leaves out what surrounds a name in a sentence: the office of its head (`Giám đốc Sở …` speaks to the department)
 * and qualifiers that do not change whom it names (`có liên quan`, `trên địa bàn`). Takes and gives read names.
 */
export function bareName(text: string): string {
  let bare = text
  for (let next = bare.replace(TITLE, ''); next !== bare; next = bare.replace(TITLE, '')) bare = next
  return ` ${bare}`.replace(QUALIFIERS, '').trim()
}
