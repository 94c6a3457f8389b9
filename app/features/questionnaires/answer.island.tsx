/**
 * A phone that loses its connection in the middle of a form: what is typed is kept in its store, what is posted waits there and is sent
 * in order when the connection is back. Without this script the pages are plain forms.
 */
import { beginAnswering } from './answer/offline.ts'

beginAnswering(window)
