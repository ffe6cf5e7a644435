import { isSkippedTitle, officialBody, pressBody } from './body.ts'
import { buildAssignment, dropRepeats, type Task } from './build-assignment.ts'
import type { DraftAssignment } from './draft.ts'
import { LeadContext } from './lead-context.ts'
import { readBracketedLabels, readLabelLine, type Labels } from './label-lines.ts'
import { readMarker, UNMARKED_DEPTH, type Marker } from './markers.ts'
import { isIssuer } from './issuer-names.ts'
import { readBlockTasks } from './block-tasks.ts'
import { headingLead } from './heading-leads.ts'
import { readTaskTables } from './task-tables.ts'
import type { Block, SourceText } from './source-text.ts'

interface Item {
  block: Block
  marker: Marker | null
  labels: Labels | null
}

/**
 * Every order of the document, in reading order: sentences, listed items under a heading that names the body, items
 * followed by "Đơn vị chủ trì: …" lines, and rows of task tables. `issuer` is the issuing body where known; what it does
 * itself is no order. Pure.
 */
export function readAssignments(source: SourceText, genre: 'official' | 'press', issuer: string | null): DraftAssignment[] {
  const blocks = genre === 'press' ? pressBody(source) : officialBody(source)
  const items = blocks.map((block) => {
    const marker = readMarker(block.text)
    const from = marker?.length ?? 0
    return { block, marker, labels: readLabelLine(block.text.slice(from), block.start + from, source.text) ?? emptyLabels(block, from) }
  })
  const tasks = genre === 'press' ? walkPress(items, source, issuer) : walkOfficial(items, source, issuer)
  const rows = genre === 'press' ? [] : readTaskTables(source)
  const normative = items.filter(({ marker }) => marker?.kind === 'article').length >= FEWEST_ARTICLES
  const found = [
    ...(normative ? tasks.filter((task) => task.origin !== 'subject' || !task.lead.every((body) => ANYONE.test(body.name))) : tasks),
    ...rows.map((row): Task => Object.assign(row, { verb: null, verbSpan: null, actStart: row.start, origin: 'label' as const })),
  ]
  const built = found.map((task) => buildAssignment(task, source.text, genre)).sort((a, b) => a.start - b.start)
  return genre === 'press' ? dropRepeats(built) : built
}

const FEWEST_ARTICLES = 6
/** Whomever a rule applies to: an article says what is the law for all, and gives nobody a task. */
const ANYONE =
  /^(?:các |từng |mỗi |những )?(?:cơ quan|tổ chức|cá nhân|đơn vị|doanh nghiệp|cơ sở|công chức|viên chức|cán bộ|đại biểu|người)(?:(?:,| và|, và) (?:cơ quan|tổ chức|cá nhân|đơn vị|doanh nghiệp|người))*(?: có thẩm quyền| có liên quan| liên quan)?$/iu

const ADDRESSED = /^kính gửi\s*:|(?<!\p{L})điện\s*:\s*$/iu

/** "b) Cơ quan thực hiện:" alone on its line opens the labels below it. */
function emptyLabels(block: Block, from: number): Labels | null {
  return /^(?:cơ quan|đơn vị|phân công|tổ chức)\s+(?:thực hiện|chủ trì)[^:]{0,30}:?\s*$/iu.test(block.text.slice(from))
    ? { lead: [], coordinate: [], time: null }
    : null
}

function walkOfficial(items: readonly Item[], source: SourceText, issuer: string | null): Task[] {
  const context = new LeadContext()
  const out: Task[] = []
  let group: Task[] = []
  let groupDepth = 0
  let run: Labels | null = null
  let started = false
  let addressees = false
  const closeRun = () => {
    if (run) {
      applyLabels(group, run)
      out.push(...group.filter((task) => task.lead.length))
      group = []
    }
    run = null
  }
  for (const [index, { block, marker, labels }] of items.entries()) {
    if (labels) {
      run ??= { lead: [], coordinate: [], time: null }
      run.lead.push(...labels.lead)
      run.coordinate.push(...labels.coordinate)
      run.time ??= labels.time
      continue
    }
    closeRun()
    // the bodies a công điện or công văn is sent to stand in a list of their own
    if (ADDRESSED.test(block.text)) addressees = true
    else if (marker?.kind !== 'dash' && !(marker && headingLead(block, marker, source.text, true, null)?.pure)) addressees = false
    if (addressees) continue
    const next = items[index + 1]
    const depth = marker?.depth ?? UNMARKED_DEPTH
    if (depth < 8 || (group.length && depth < groupDepth)) {
      out.push(...group.filter((task) => task.lead.length && task.origin !== 'candidate'))
      group = []
      groupDepth = depth
    }
    if (!marker && !started && /^(?:căn cứ|xét|theo đề nghị|theo tờ trình)\s/iu.test(block.text)) continue
    if (marker || /:\s*$/.test(block.text)) started = true
    context.enter(depth)
    const opensList = !!next && !next.labels && (marker ? (next.marker?.depth ?? UNMARKED_DEPTH) > depth : (next.marker?.depth ?? 0) >= 6)
    const isTitle = marker !== null && (block.bold || !/[.;:,…/”"]$/.test(block.text)) && block.text.length < 260
    if ((isTitle || block.bold || isCaps(block.text)) && isSkippedTitle(block.text)) {
      context.push({ depth: marker ? depth : 3.9, skip: true })
      continue
    }
    if (context.skips) continue
    if (!marker && isCaps(block.text)) continue
    const headDepth = marker ? depth : next?.marker ? next.marker.depth - 0.5 : UNMARKED_DEPTH - 1
    const heading = headingLead(block, marker, source.text, opensList, issuer)
    if (heading && (opensList || heading.pure) && next) {
      started = true
      context.enter(headDepth)
      const ordered = heading.pure || heading.lead.some((body) => !isIssuer(body.name, issuer))
      context.push({
        depth: headDepth,
        ...(ordered ? { lead: heading.lead, heading: heading.pure } : {}),
        ...(heading.verb ? { verb: heading.verb, verbSpan: heading.verbSpan } : {}),
        coordinate: heading.coordinate,
      })
      continue
    }
    const before = group.length
    const bracketed = readBracketedLabels(block.text, block.start, source.text)
    const labelled = bracketed !== null || !!next?.labels
    const tasks = readBlockTasks({
      block,
      marker,
      source: source.text,
      issuer,
      context,
      subjects: started,
      candidates: !(isTitle && opensList) && (labelled || mayBeLabelled(items, index)),
    })
    if (tasks.length) started = true
    if (isTitle && opensList && !labelled) continue
    group.push(...tasks)
    if (bracketed) applyLabels(group.slice(before), bracketed)
  }
  closeRun()
  out.push(...group.filter((task) => task.lead.length && task.origin !== 'candidate'))
  return out
}

/** Whether label lines stand below this item before the next heading. */
function mayBeLabelled(items: readonly Item[], index: number): boolean {
  for (const item of items.slice(index + 1, index + 14)) {
    if (item.labels) return true
    if (item.marker && item.marker.depth < 8) return false
  }
  return false
}

function applyLabels(group: readonly Task[], labels: Labels): void {
  for (const task of group) {
    if (labels.lead.length) {
      task.lead = labels.lead
      task.origin = 'label'
    }
    task.coordinate = [
      ...labels.coordinate,
      ...task.coordinate.filter((name) => !labels.coordinate.some((other) => other.name === name.name)),
    ]
    task.time ??= labels.time
  }
}

const isCaps = (text: string) => text.length < 160 && /\p{Lu}{2}/u.test(text) && text === text.toUpperCase()

/** Words by which a report names the document it retells. */
const RETELLS =
  /(?:công văn|công điện|chỉ thị|kế hoạch|quyết định|thông báo|văn bản|kết luận|nghị quyết)\s+(?:hỏa tốc\s+|khẩn\s+)?(?:số|\d|về|yêu cầu|chỉ đạo|gửi|đề nghị|nêu|triển khai|kết luận)|ban hành\s+(?:công văn|công điện|chỉ thị|kế hoạch|văn bản)\s/iu

/** A report carries the body told to act from paragraph to paragraph, once it has begun to retell a document. */
function walkPress(items: readonly Item[], source: SourceText, issuer: string | null): Task[] {
  const tasks = retold(items, source, issuer)
  const own = tasks.filter((task) => !isLede(task, source))
  return own.length ? own : tasks
}

/** "UBND tỉnh vừa có văn bản yêu cầu các sở …" only sums up what the report tells body by body below. */
function isLede(task: Task, source: SourceText): boolean {
  return (
    task.verbSpan !== null &&
    task.start < source.text.length / 3 &&
    ((/(?:có|ra|hành|ký|gửi)\s+(?:công văn|văn bản|công điện|chỉ thị)\s*$/iu.test(source.text.slice(task.start, task.verbSpan.start)) &&
      task.lead.some((body) => /(?:^|\s)(?:các|những)\s/iu.test(body.name))) ||
      (/(?:công văn|văn bản|công điện|chỉ thị)\s+(?:số\s+)?\S{1,30}(?:\s+ngày\s+\S{1,12})?\s*$/iu.test(
        source.text.slice(task.start, task.verbSpan.start),
      ) &&
        task.lead.every((body) => /^các\s/u.test(body.name))))
  )
}

function retold(items: readonly Item[], source: SourceText, issuer: string | null): Task[] {
  const first = walkReport(
    items,
    source,
    issuer,
    items.some(({ block }) => /(?:đó|đây|trên) là (?:chỉ đạo|yêu cầu|nội dung chỉ đạo) của/iu.test(block.text)),
  )
  if (first.some((task) => task.origin !== 'order')) return first
  if (items.some(({ block }) => EVENT.test(block.text))) return first
  // part of a report, cut from its middle, still tells one body after the other what to do
  const all = walkReport(items, source, issuer, true)
  const leads = new Set(all.flatMap((task) => (task.origin === 'subject' ? [task.lead[0]?.name.toLowerCase()] : [])))
  // numbered duties, one of them an order: the articles of a decision
  const numbered =
    first.length > 0 &&
    all.every(
      (task) =>
        task.origin === 'order' ||
        items.some(({ block, marker }) => marker?.kind === 'number' && block.start <= task.start && task.end <= block.end),
    )
  return leads.size >= FEWEST_LEADS || numbered ? all : first
}

const FEWEST_LEADS = 3
/** Reports of ceremonies and meetings tell what bodies do and promise. */
const EVENT =
  /(?:ký kết|buổi lễ|buổi làm việc|hội nghị|hội thảo|phát biểu|chia sẻ|cho biết|cho hay|tham dự|kỷ niệm|lễ (?:ký|bàn giao|khai|công bố|tiếp nhận|phát động|ra mắt|tổng kết))(?!\p{L})/iu

function walkReport(items: readonly Item[], source: SourceText, issuer: string | null, excerpt: boolean): Task[] {
  const context = new LeadContext()
  const out: Task[] = []
  let started = excerpt
  for (const [index, { block, marker }] of items.entries()) {
    const next = items[index + 1]
    const opensList = !!next?.marker && next.marker.depth > (marker?.depth ?? 5)
    const heading = opensList ? headingLead(block, marker, source.text, true, issuer) : null
    if (heading?.lead.length && (marker || heading.pure)) {
      const depth = marker?.depth ?? (next?.marker?.depth ?? UNMARKED_DEPTH) - 0.5
      context.enter(depth)
      context.push({ depth, lead: heading.lead, coordinate: heading.coordinate, heading: heading.pure })
      started = true
      continue
    }
    if (RETELLS.test(block.text) || (index === 0 && /^(?:theo đó|bên cạnh đó|đồng thời|ngoài ra|cùng với đó),/iu.test(block.text)))
      started = true
    const tasks = readBlockTasks({ block, marker, source: source.text, issuer, context, subjects: started, candidates: false, press: true })
    if (tasks.some((task) => task.origin === 'order')) started = true
    out.push(...tasks.filter((task) => task.lead.length))
  }
  return out
}
