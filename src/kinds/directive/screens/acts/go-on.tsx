import { useEffect } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'

/** A draft goes on where documents are read. */
export default function GoOn({ view, close }: KindActFormProps) {
  const navigate = useNavigate()
  useEffect(() => {
    close()
    void navigate({ to: '/intake', search: { case: view.id } })
    // oxlint-disable-next-line react/exhaustive-deps -- leaves once
  }, [])
  return null
}
