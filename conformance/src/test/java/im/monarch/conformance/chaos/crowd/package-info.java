/**
 * People who use a server as clients do: they are sent on by dispatch, fetch tickets, edit, change
 * their status, talk, notice that nobody answers, and come back with growing pauses. Whatever they
 * say and hear goes into a history; what they do follows from a seed.
 */
package im.monarch.conformance.chaos.crowd;
