import { useEffect, useState, type FormEvent } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { ErrorNote } from '../ui/error-note.tsx'
import { Mark } from '../ui/icons.tsx'
import { useTitle } from '../ui/page.tsx'
import { api } from './api.ts'
import { language, messages, useT } from './i18n.ts'
import { ProblemError } from './problem.ts'
import './sign-in.css'

type DemoOfficer = { account: string; title: string; agency: string }

const words = messages({
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  lead: { vi: 'Nơi các cơ quan cùng làm và cùng thấy việc đã làm.', en: 'Where agencies work together, and see what was done.' },
  account: { vi: 'Tài khoản', en: 'Account' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  act: { vi: 'Đăng nhập', en: 'Sign in' },
  busy: { vi: 'Đang kiểm tra…', en: 'Checking…' },
  demo: { vi: 'Bản trình diễn: chọn một cán bộ', en: 'Demo: choose an officer' },
  demoNote: { vi: 'Chọn xong, nhập mật khẩu đã in ra khi khởi động.', en: 'Then type the password that was printed at start.' },
  wrong: {
    vi: 'Chưa đăng nhập được: tài khoản hoặc mật khẩu không đúng. Nhập lại.',
    en: 'Not signed in: the account or the password is wrong. Type them again.',
  },
  tooOften: {
    vi: 'Chưa đăng nhập được: đã thử quá nhiều lần. Đợi một phút rồi thử lại.',
    en: 'Not signed in: too many tries. Wait a minute, then try again.',
  },
})

const wrong = new ProblemError({ status: 401, code: 'wrong-password', text: words.wrong })
const tooOften = new ProblemError({ status: 429, code: 'too-often', text: words.tooOften })

/** The sign-in library answers in its own form; the screen says it in the product's words. */
const said = (error: unknown): unknown => {
  if (!(error instanceof ProblemError) || error.code !== 'unreadable') return error
  return error.status === 429 ? tooOften : error.status < 500 ? wrong : error
}

/** Only a path of our own, so that a link cannot lead elsewhere after signing in. */
const safePath = (to: unknown): string => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/')

export const SignInPage = () => {
  const t = useT(words)
  useTitle(t('title'))
  const { to } = useSearch({ strict: false }) as { to?: string }
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const demo = useQuery({
    queryKey: ['demo-officers'],
    queryFn: () => api.get<DemoOfficer[]>('/demo/officers'),
    retry: false,
    staleTime: Infinity,
  })
  const signIn = useMutation({
    mutationFn: () => api.post('/auth/sign-in/username', { username: account.trim(), password }),
    onSuccess: () => window.location.assign(safePath(to)),
  })
  // There is one thing to do here.
  useEffect(() => document.getElementById('account')?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!signIn.isPending) signIn.mutate()
  }
  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={submit}>
        <div className="sign-in-brand">
          <Mark />
          <span>Hiệp Đồng</span>
        </div>
        <h1>{t('title')}</h1>
        <p className="meta">{t('lead')}</p>
        <label htmlFor="account">{t('account')}</label>
        <Input
          id="account"
          name="username"
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={account}
          onChange={(event) => setAccount(event.target.value)}
        />
        <label htmlFor="password">{t('password')}</label>
        <Input.Password
          id="password"
          name="password"
          size="large"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {signIn.error && <ErrorNote error={said(signIn.error)} />}
        <Button type="primary" size="large" htmlType="submit" aria-disabled={signIn.isPending}>
          {signIn.isPending ? t('busy') : t('act')}
        </Button>
        <button
          type="button"
          className="plain-button link sign-in-language"
          onClick={() => language.set(language.get() === 'vi' ? 'en' : 'vi')}
        >
          {language.get() === 'vi' ? 'English' : 'Tiếng Việt'}
        </button>
      </form>
      {demo.data && demo.data.length > 0 && (
        <section className="sign-in-demo">
          <h2>{t('demo')}</h2>
          <p className="meta">{t('demoNote')}</p>
          <ul>
            {demo.data.map((officer) => (
              <li key={officer.account}>
                <button
                  type="button"
                  className="popover-item"
                  aria-pressed={account === officer.account}
                  onClick={() => {
                    setAccount(officer.account)
                    document.getElementById('password')?.focus()
                  }}
                >
                  <span className="strong">{officer.agency}</span>
                  <span className="meta">
                    {officer.title} · {officer.account}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}
