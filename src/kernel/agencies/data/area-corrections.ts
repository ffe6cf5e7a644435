/**
 * What the address package leaves out of the reorganisation of 1 July 2025, in its own row shape.
 * The five island districts had no communes below them; Ia Mơ kept its name and its bounds.
 */
export const missingMappings: readonly {
  province: string
  district: string
  commune: string | null
  newProvince: string
  newCommune: string
}[] = [
  {
    province: 'Thành phố Hải Phòng',
    district: 'Huyện Bạch Long Vĩ',
    commune: null,
    newProvince: 'Hải Phòng',
    newCommune: 'Đặc khu Bạch Long Vĩ',
  },
  {
    province: 'Tỉnh Bà Rịa - Vũng Tàu',
    district: 'Huyện Côn Đảo',
    commune: null,
    newProvince: 'Hồ Chí Minh',
    newCommune: 'Đặc khu Côn Đảo',
  },
  { province: 'Tỉnh Quảng Trị', district: 'Huyện Cồn Cỏ', commune: null, newProvince: 'Quảng Trị', newCommune: 'Đặc khu Cồn Cỏ' },
  { province: 'Thành phố Đà Nẵng', district: 'Huyện Hoàng Sa', commune: null, newProvince: 'Đà Nẵng', newCommune: 'Đặc khu Hoàng Sa' },
  { province: 'Tỉnh Quảng Ngãi', district: 'Huyện Lý Sơn', commune: null, newProvince: 'Quảng Ngãi', newCommune: 'Đặc khu Lý Sơn' },
  { province: 'Tỉnh Gia Lai', district: 'Huyện Chư Prông', commune: 'Xã Ia Mơ', newProvince: 'Gia Lai', newCommune: 'Xã Ia Mơ' },
]

/** Provinces that were renamed before the reorganisation, with the last day of the old name. */
export const renamedProvinces: readonly { name: string; kind: 'tỉnh'; until: string; today: string }[] = [
  { name: 'Thừa Thiên Huế', kind: 'tỉnh', until: '2024-12-31', today: 'Huế' },
]
