/**
 * How every server receives a client, before anybody has said who they are: VER, CVR and CVQ,
 * and where else to go. Used by dispatch and by notification, whose address clients remember.
 */
package im.monarch.runtime.reception;
