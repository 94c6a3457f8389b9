/**
 * A phone that loses its connection in the middle of a form: what is typed is kept in its store, what is posted waits there and is sent
 * in order when the connection is back. Without this script the pages are plain forms.
 */
import { beginAnswering } from './answer/offline.ts'

// A browser that is too old for the script has the plain forms.
if ('hasOwn' in Object && 'findLast' in Array.prototype) beginAnswering(window)
