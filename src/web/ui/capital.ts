/** A title with a capital first letter: subjects are quoted from after "V/v" and begin small. */
export const capital = (title: string): string => title.charAt(0).toLocaleUpperCase('vi') + title.slice(1)
