export const AgencyPage = () => null
