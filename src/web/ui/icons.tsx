import type { ReactNode } from 'react'

/** An icon of the product: a shape of 18 by 18, drawn in the colour of the text. */
export const icon = (shape: ReactNode) =>
  function Icon() {
    return (
      <svg
        width="18"
        height="18"
        viewBox="0 0 18 18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {shape}
      </svg>
    )
  }

export const DeskIcon = icon(<path d="M2.5 4h13v11h-13zM6 2.2V5.4M12 2.2V5.4M6.2 9.8l2 2 3.8-4" />)
export const InboxIcon = icon(<path d="M2.5 9.6 4.6 3.4h8.8l2.1 6.2v5H2.5zM2.5 9.6h3.8c.2 1.5 1.2 2.3 2.7 2.3s2.5-.8 2.7-2.3h3.8" />)
export const DocumentIcon = icon(<path d="M4 2.2h6.6L14 5.6v10.2H4zM10.4 2.4v3.4h3.4M6.6 9h4.8M6.6 12h4.8" />)
export const FolderIcon = icon(<path d="M2.2 14.6V3.8h4.6l1.6 2h6v2M2.2 14.6l2.6-6.8h11.4l-2.6 6.8z" />)
export const TreeIcon = icon(<path d="M6.8 2.4h4.4v3.8H6.8zM2.2 11.8h4.2v3.8H2.2zM11.6 11.8h4.2v3.8h-4.2zM9 6.2V9M4.3 11.8V9h9.4v2.8" />)
export const KeyIcon = icon(<path d="M6.4 14.6a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8zM8.8 8.8l6-6M11.6 6l2.2 2.2M13.6 4l1.6 1.6" />)
export const SearchIcon = icon(<path d="M7.8 13a5.2 5.2 0 1 0 0-10.4A5.2 5.2 0 0 0 7.8 13zM11.6 11.6l4 4" />)
export const BellIcon = icon(<path d="M4 13.2V8a5 5 0 0 1 10 0v5.2M2.6 13.4h12.8M7.2 15.6h3.6M9 1.8V3" />)
export const HelpIcon = icon(
  <path d="M9 16.2A7.2 7.2 0 1 0 9 1.8a7.2 7.2 0 0 0 0 14.4zM7 7.2c.1-2.7 4.2-2.6 4 0C10.9 8.8 9 8.7 9 10.4M9 12.8v.1" />,
)
export const PersonIcon = icon(<path d="M9 9.2a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8zM2.8 15.8c.4-3.2 2.8-4.8 6.2-4.8s5.8 1.6 6.2 4.8" />)
export const PlusIcon = icon(<path d="M9 3v12M3 9h12" />)
export const ChevronIcon = icon(<path d="M4.5 6.8 9 11.3l4.5-4.5" />)

/** The product's mark: two rings that hold each other. */
export const Mark = () => (
  <svg width="28" height="28" viewBox="0 0 28 28" fill="none" strokeWidth="2.4" strokeLinejoin="round" aria-hidden="true">
    <rect x="2" y="2" width="15" height="15" rx="4.5" stroke="#fff" />
    <path
      d="M11.5 19.5v1.2a4.5 4.5 0 0 0 4.5 4.5h5a4.5 4.5 0 0 0 4.5-4.5v-5a4.5 4.5 0 0 0-4.5-4.5h-5a4.5 4.5 0 0 0-3.6 1.8"
      stroke="#8DB8F0"
    />
  </svg>
)
