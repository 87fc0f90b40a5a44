/** What was acknowledged is still there after the power has gone. */
package im.monarch.conformance.durability;
