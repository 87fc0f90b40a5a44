/**
 * An account that answers what it is told, so that one person with one client can try a
 * conversation. It has no privileges: it signs in, is rung and answers like any client, over
 * connections like anybody's.
 */
package im.monarch.switchboard.echo;
