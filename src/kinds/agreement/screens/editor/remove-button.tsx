/** Takes one of a list away; its name says which. */
export const RemoveButton = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <button type="button" className="plain-button age-remove" aria-label={label} title={label} onClick={onClick}>
    ×
  </button>
)
