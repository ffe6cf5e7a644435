import { useNavigate } from '@tanstack/react-router'
import { kindScreens } from '../../kinds/screens.ts'
import { ActButton } from '../ui/button.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { Popover, PopoverItem } from '../ui/popover.tsx'
import { useT, useText } from '../shell/i18n.ts'
import { hasRight, useMe } from '../shell/session.ts'
import { deskWords } from './desk-messages.ts'

/** Begins a case: the one kind that the post may begin, or a choice of kinds. */
export const CreateButton = () => {
  const t = useT(deskWords)
  const text = useText()
  const me = useMe()
  const navigate = useNavigate()
  const creates = kindScreens.flatMap((kind) =>
    kind.create && (!kind.create.right || hasRight(me, kind.create.right)) ? [kind.create] : [],
  )
  const only = creates[0]
  if (!only) return null
  if (creates.length === 1) {
    return (
      <ActButton primary icon={<PlusIcon />} onClick={() => void navigate({ to: only.to })}>
        {text(only.label)}
      </ActButton>
    )
  }
  return (
    <Popover
      className="create-button"
      button={
        <>
          <PlusIcon />
          {t('create')}
        </>
      }
    >
      {(close) =>
        creates.map((create) => (
          <PopoverItem
            key={create.to}
            onClick={() => {
              close()
              void navigate({ to: create.to })
            }}
          >
            {text(create.label)}
          </PopoverItem>
        ))
      }
    </Popover>
  )
}
