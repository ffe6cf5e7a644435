import { useEffect } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'

/** Acts whose form is a whole page: edit, revise and propose open the editor. */
export default function ToEditor({ view, action }: KindActFormProps) {
  const navigate = useNavigate()
  useEffect(() => {
    void navigate({ to: `/agreement/${view.id}/edit`, search: action.command === 'edit' ? {} : { as: action.command } })
  }, [navigate, view.id, action.command])
  return null
}
