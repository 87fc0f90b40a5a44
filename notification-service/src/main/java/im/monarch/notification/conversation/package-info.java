/**
 * The conversation with a signed-in client: signing in, lists, presence. Rules only: no sockets, no
 * bytes; what has to be kept or told to others goes through ports.
 */
package im.monarch.notification.conversation;
