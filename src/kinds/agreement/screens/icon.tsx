import { icon } from '../../../web/ui/icons.tsx'

/** A signed sheet with a seal: the list of agreements in the navigation. */
export const AgreementIcon = icon(
  <path d="M14 8.4V2.2H4v13.6h4.6M6.6 5.6h4.8M6.6 8.6h2.6M13 10.6l2.6 1v1.8c0 1.2-1 2.2-2.6 2.8-1.6-.6-2.6-1.6-2.6-2.8v-1.8z" />,
)
