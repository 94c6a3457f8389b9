/** The ids of the library's own rows: the same in every installation, so that links to them can be exported and imported. */

/** The organisation that nobody is a member of: migration 006. */
export const LIBRARY_ORGANISATION = '00000000-0000-4000-8000-000000001325'

export const instrumentIdOf = (resolution: number): string =>
  `00000000-0000-4000-9000-${String(resolution).padStart(12, '0')}`
