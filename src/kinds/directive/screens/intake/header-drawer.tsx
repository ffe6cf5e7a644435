import { useState, type ReactNode } from 'react'
import { Input } from 'antd'
import type { DirectiveDocument } from '../../contract.ts'
import type { FieldDoubt } from '../../intake-contract.ts'
import { messages, useT, useText, type Messages } from '../../../../web/shell/i18n.ts'
import { ActButton } from '../../../../web/ui/button.tsx'
import { DateField } from '../../../../web/ui/date-field.tsx'
import { FormDrawer } from '../../../../web/ui/form-drawer.tsx'
import { capacities, documentTypes, urgencies } from '../words.ts'
import { IssuerField } from './issuer-field.tsx'
import './cards.css'

const words = messages({
  title: { vi: 'Thông tin văn bản', en: 'The document' },
  type: { vi: 'Loại văn bản', en: 'Type' },
  number: { vi: 'Số, ký hiệu', en: 'Number and symbol' },
  date: { vi: 'Ngày ban hành', en: 'Date of issue' },
  dateWords: {
    vi: 'Văn bản ghi "{words}", không ghi năm. Điền đủ ngày, tháng, năm.',
    en: 'The text says "{words}" without a year. Fill in the whole date.',
  },
  place: { vi: 'Nơi ban hành', en: 'Place' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  subject: { vi: 'Trích yếu', en: 'Subject' },
  urgency: { vi: 'Độ khẩn', en: 'Urgency' },
  capacity: { vi: 'Thẩm quyền ký', en: 'Capacity of the signer' },
  position: { vi: 'Chức vụ người ký', en: 'Position of the signer' },
  noPerson: { vi: 'Chỉ ghi chức vụ, không ghi tên người ký.', en: 'The position only, not the name.' },
  none: { vi: 'không ghi', en: 'none' },
  bases: { vi: 'Căn cứ, mỗi dòng một văn bản', en: 'Legal bases, one a line' },
  save: { vi: 'Lưu', en: 'Save' },
  cancel: { vi: 'Bỏ thay đổi', en: 'Drop the changes' },
})

type Props = {
  document: DirectiveDocument
  doubts: FieldDoubt[]
  onClose: () => void
  onSave: (document: DirectiveDocument, touched: FieldDoubt['field'][]) => void
}

/** The head of the document as a form over the cards. Saving vouches for every field that is shown. */
export default function HeaderDrawer({ document, doubts, onClose, onSave }: Props) {
  const t = useT(words)
  const text = useText()
  const [value, setValue] = useState(document)
  const [bases, setBases] = useState(document.legalBases.join('\n'))
  const set = (more: Partial<DirectiveDocument>) => setValue({ ...value, ...more })
  const doubt = (field: FieldDoubt['field']) => doubts.find((one) => one.field === field)
  const save = () => {
    const legalBases = bases
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .slice(0, 100)
    const signer = value.signer && (value.signer.capacity || value.signer.position.trim()) ? value.signer : null
    onSave(
      { ...value, number: value.number.trim(), subject: value.subject.trim(), legalBases, signer },
      doubts.map((one) => one.field),
    )
  }
  const options = <K extends string>(table: Messages<K>) =>
    (Object.keys(table) as K[]).map((key) => (
      <option key={key} value={key}>
        {text(table[key])}
      </option>
    ))
  const row = (id: string, label: string, control: ReactNode, field?: FieldDoubt['field'], help?: string) => {
    const why = field && doubt(field)
    return (
      <div className="field">
        <label htmlFor={id}>{label}</label>
        {control}
        {why && <p className="doubt">{why.field === 'date' && help ? help : text(why.text)}</p>}
        {help && why?.field !== 'date' && <p className="field-help">{help}</p>}
      </div>
    )
  }
  return (
    <FormDrawer
      title={t('title')}
      onClose={onClose}
      footer={
        <>
          <ActButton primary onClick={save}>
            {t('save')}
          </ActButton>
          <ActButton onClick={onClose}>{t('cancel')}</ActButton>
        </>
      }
    >
      {row(
        'doc-type',
        t('type'),
        <select
          id="doc-type"
          className="card-select"
          value={value.type}
          onChange={(event) => set({ type: event.target.value as DirectiveDocument['type'] })}
        >
          {options(documentTypes)}
        </select>,
        'type',
      )}
      {row(
        'doc-number',
        t('number'),
        <Input id="doc-number" maxLength={100} value={value.number} onChange={(event) => set({ number: event.target.value })} />,
        'number',
      )}
      {row(
        'doc-date',
        t('date'),
        <DateField id="doc-date" value={value.date} onChange={(date) => set({ date })} />,
        'date',
        !value.date && value.dateWords ? t('dateWords', { words: value.dateWords }) : undefined,
      )}
      {row(
        'doc-place',
        t('place'),
        <Input id="doc-place" maxLength={200} value={value.place} onChange={(event) => set({ place: event.target.value })} />,
        'place',
      )}
      {row(
        'doc-issuer',
        t('issuer'),
        <IssuerField
          id="doc-issuer"
          issuerId={value.issuerId}
          issuerName={value.issuerName}
          onChange={(issuerId, issuerName) => set({ issuerId, issuerName })}
        />,
        'issuer',
      )}
      {row(
        'doc-subject',
        t('subject'),
        <Input.TextArea
          id="doc-subject"
          autoSize={{ minRows: 2 }}
          maxLength={1000}
          value={value.subject}
          onChange={(event) => set({ subject: event.target.value })}
        />,
        'subject',
      )}
      {row(
        'doc-urgency',
        t('urgency'),
        <select
          id="doc-urgency"
          className="card-select"
          value={value.urgency}
          onChange={(event) => set({ urgency: event.target.value as DirectiveDocument['urgency'] })}
        >
          {options(urgencies)}
        </select>,
        'urgency',
      )}
      {row(
        'doc-capacity',
        t('capacity'),
        <select
          id="doc-capacity"
          className="card-select"
          value={value.signer?.capacity ?? ''}
          onChange={(event) =>
            set({
              signer: { position: value.signer?.position ?? '', capacity: (event.target.value || null) as keyof typeof capacities | null },
            })
          }
        >
          <option value="">{t('none')}</option>
          {options(capacities)}
        </select>,
      )}
      {row(
        'doc-position',
        t('position'),
        <Input
          id="doc-position"
          maxLength={200}
          value={value.signer?.position ?? ''}
          onChange={(event) => set({ signer: { capacity: value.signer?.capacity ?? null, position: event.target.value } })}
        />,
        'signer',
        t('noPerson'),
      )}
      {row(
        'doc-bases',
        t('bases'),
        <Input.TextArea
          id="doc-bases"
          autoSize={{ minRows: 2, maxRows: 10 }}
          value={bases}
          onChange={(event) => setBases(event.target.value)}
        />,
        'legalBases',
      )}
    </FormDrawer>
  )
}
