import type { SignIn } from '../access/sign-in/sign-in.ts'
import type { Directory } from '../agencies/directory.ts'
import type { KindManifest } from '../cases/kind.ts'
import type { TimelineTexts } from '../cases/reads/timeline.ts'
import type { Pools } from '../db/pool.ts'
import type { FileStore } from '../documents/files.ts'
import type { Kernel } from '../streams/execute.ts'
import type { Asking } from './asking.ts'
import type { LiveHub } from './live-hub.ts'

/** All that routes work with; made once at start. */
export type Service = {
  kernel: Kernel
  pools: Pools
  directory: Directory
  signIn: SignIn
  asking: Asking
  files: FileStore
  live: LiveHub
  kinds: readonly KindManifest[]
  /** How the events of each stream type are told, by stream type. */
  timelines: ReadonlyMap<string, TimelineTexts>
  version: string
  /** Whether ids of new streams may follow the time. */
  timely: () => boolean
  /** Demo mode: the sign-in page may list the demo's officers. */
  demo: boolean
}
