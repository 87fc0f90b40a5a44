/**
 * The conversation with a client of a switchboard. Rules only: no sockets, no bytes; sessions, keys
 * and the way to other people are asked for.
 */
package im.monarch.switchboard.conversation;
