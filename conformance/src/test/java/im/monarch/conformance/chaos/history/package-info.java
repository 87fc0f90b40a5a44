/**
 * What happened, and what must have been true of it: a recorder that everybody writes to while it
 * happens, and rules that read the history afterwards. The rules know the protocol's promises and
 * nothing about a server; each has a test that breaks it.
 */
package im.monarch.conformance.chaos.history;
