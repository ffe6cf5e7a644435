export const DirectoryPage = () => null
