import type { KindManifest } from '../kernel/cases/kind.ts'
import { agreement } from './agreement/kind.ts'
import { directive } from './directive/kind.ts'

/** The kinds of case that this server knows. */
export const kinds: readonly KindManifest[] = [directive, agreement]
