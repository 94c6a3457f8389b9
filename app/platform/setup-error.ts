/** Open1325 cannot run as it is set up here. The message is one sentence for the person who starts it: what, and the way out. */
export class SetupError extends Error {
  override name = 'SetupError'
}
