/**
 * What time it is, for whatever ends by itself. The clock of a machine may be wrong, and may be put
 * right at any moment; nobody's ticket is to end by that.
 */
package im.monarch.runtime.clock;
