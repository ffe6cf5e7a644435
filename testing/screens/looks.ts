/** Ways to look at a screen: two sizes, light and dark. */
export const LOOKS = [
  { name: '1366×768, light', width: 1366, height: 768, dark: false },
  { name: '1366×768, dark', width: 1366, height: 768, dark: true },
  { name: '390×844, light', width: 390, height: 844, dark: false },
  { name: '390×844, dark', width: 390, height: 844, dark: true },
]
