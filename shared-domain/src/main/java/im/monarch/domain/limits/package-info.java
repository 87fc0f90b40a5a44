/** How much of something anybody may do: arithmetic, without knowing what it is that they do. */
package im.monarch.domain.limits;
