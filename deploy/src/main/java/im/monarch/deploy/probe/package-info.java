/**
 * {@code monarch probe}: signs in as a client would, over plain sockets, and shows every word.
 * Knows the protocol by itself on purpose, so that it finds what the server gets wrong.
 */
package im.monarch.deploy.probe;
