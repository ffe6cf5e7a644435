export const FulfilmentPage = () => null
