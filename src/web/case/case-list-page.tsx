export const CaseListPage = () => null
