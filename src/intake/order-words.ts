import { PhraseSet, type Word } from './words.ts'

const split = (text: string) =>
  text
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean)

/** Verbs by which one body gives another a task. */
const ORDER_VERBS = new PhraseSet(
  split(
    `giao | giao cho | giao nhiệm vụ cho | giao trách nhiệm cho | yêu cầu | đề nghị | kính đề nghị | trân trọng đề nghị | phân công | ủy quyền cho | ủy quyền | thống nhất giao | đồng ý giao | thống nhất đề nghị | kêu gọi | tiếp tục giao | tiếp tục đề nghị | lưu ý | nhắc nhở`,
  ),
)

/** Whom a body gives work inside itself: that is its own task. */
const PERSONS = new PhraseSet(split('công chức | cán bộ | viên chức | lãnh đạo | nhân viên | người | một | cá nhân'))

/** Length in words of an order verb at `at`; 0 where none is, or where it only gives work to one's own staff. */
export function orderVerbAt(words: readonly Word[], at: number): number {
  const length = ORDER_VERBS.lengthAt(words, at)
  return length && words[at]?.key === 'phân' && PERSONS.lengthAt(words, at + length) ? 0 : length
}

/** Words after which "giao", "đề nghị", "yêu cầu" is no order: "theo đề nghị của", "nhiệm vụ được giao". */
export const NOT_AFTER = new Set('theo được về việc của sự những các vụ khi có để hoặc do bàn theo, đã'.split(' '))

/** Words that join a sentence to the one before. */
export const CONNECTORS = new PhraseSet(
  split(`đồng thời | trong khi đó | trong khi | còn | bên cạnh đó | cạnh đó | thêm vào đó | không những vậy | ngoài các nội dung trên | cùng với việc này | về phần mình | ở chiều ngược lại | tương tự | mặt khác | ngoài ra | cùng với đó | cùng đó | theo đó | mặt khác | song song đó | song song với đó | đặc biệt | tiếp đó | cụ thể | về phía | riêng | trước mắt | tại công văn | tại công văn này | tại văn bản | tại văn bản này | tại chỉ thị | tại chỉ thị này | tại công điện
  tại công điện này | tại kế hoạch | tại thông báo | tại quyết định | trong công văn | trong văn bản | cũng theo công văn | cũng tại công văn | công văn nêu rõ | văn bản nêu rõ | công văn yêu cầu | văn bản yêu cầu | công điện yêu cầu | công điện nêu rõ | chỉ thị yêu cầu | chỉ thị nêu rõ | kế hoạch nêu rõ | theo công văn | theo văn bản | theo chỉ thị | theo công điện | theo kế hoạch | theo quyết định | theo thông báo | do đó | vì vậy | để thực hiện | trong đó | trên cơ sở đó | từ đó | trách nhiệm của | nhiệm vụ | nội dung | nhiệm vụ cụ thể | nội dung thực hiện | đối với | cũng theo chỉ đạo | cùng với việc trên | tiếp theo | hơn nữa | qua đó | riêng đối với`),
)

/** Sentence openings that explain the task before them; only a body named anew makes a new task. */
export const EXPLAINERS = new PhraseSet(
  split('trong đó | qua đó | từ đó | trường hợp | nếu | việc | lưu ý | cụ thể là | như vậy | thời gian | nhờ đó'),
)

/** Openings that put time, ground or aim before the subject. */
export const ADVERBIALS = new PhraseSet(
  split(
    `trên cơ sở | căn cứ | sau khi | trong | trước | để | khi | định kỳ | hằng | hàng | theo | đối với | từ | nhằm | tại | qua | với | trường hợp | chậm nhất | ngay | nếu | về | thông qua | ngoài | cùng với | bên cạnh | đến | vào | hết | thực hiện | tiếp tục thực hiện | kể từ | sau | đồng thời | riêng | nhân dịp | do | xét | nhất là | liên quan | liên quan đến | với mục tiêu | dịp | phát biểu | kết luận | chiều | sáng | ngày | mới đây | vừa qua`,
  ),
)
