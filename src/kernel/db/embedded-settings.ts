import { totalmem } from 'node:os'

/**
 * Settings that the product's promises rest on. They go on the command line, where neither postgresql.conf nor ALTER SYSTEM can undo them.
 *
 * The log must never hold personal data. Messages of level ERROR quote values ("invalid input syntax … "), details quote keys
 * ("Key (email)=(…) already exists"), and statements hold everything: so only LOG, FATAL and PANIC are written, tersely.
 */
export const fixedSettings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  port: '5432',
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  restart_after_crash: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'on',
  log_destination: 'stderr',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_file_mode: '0600',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

const MB = 1024 ** 2

/** How much memory there is, in bytes: a container may have less than its machine. */
const memoryHere = (): number => Math.min(totalmem(), process.constrainedMemory() || Infinity)

/**
 * Settings written into postgresql.conf when the cluster is made; an administrator may change them there. An eighth of the memory (in bytes) is
 * PostgreSQL's own: an order to thousands touches tens of thousands of pages, and each that is not there is copied from the system. What it holds is read
 * again after a restart (pg_prewarm). A page is written whole to the log when it is first changed after a checkpoint, so these are seldom.
 */
export function tunedSettings(memory = memoryHere()): Record<string, string> {
  return {
    max_connections: '100',
    shared_buffers: `${Math.round(Math.min(Math.max(memory / 8 / MB, 128), 4096))}MB`,
    effective_cache_size: `${Math.round(Math.max(memory / 2 / MB, 512))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    shared_preload_libraries: 'pg_prewarm',
    random_page_cost: '1.1',
    jit: 'off',
  }
}

/** The settings as PostgreSQL's programs take them: `-c name=value`. */
export function settingArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
