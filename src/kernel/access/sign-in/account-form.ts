/** Account names: an office's short name, not a person's (`pa05.tructban`). Latin letters, digits, dot, hyphen and underscore. */
export const ACCOUNT_FORM = /^[a-z0-9][a-z0-9._-]{2,63}$/
