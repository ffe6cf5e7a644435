import { createContext, useContext } from 'react'

const Context = createContext<string[]>([])

/** Ids of the fields that were wanted and are empty, for the fields below. */
export const Missing = Context.Provider

export const useMissing = (id: string): boolean => useContext(Context).includes(id)
