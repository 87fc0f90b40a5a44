package im.monarch.runtime.store;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Gives the same object for the same text, most of the time: the address books of all who are
 * signed in name the same people over and over. Bounded, because it forgets one text for another.
 */
final class Sharing<T> {

  private static final int SLOTS = 1 << 16;

  private final AtomicReferenceArray<T> slots = new AtomicReferenceArray<>(SLOTS);
  private final Function<String, T> maker;
  private final Function<T, String> text;

  /**
   * @param maker makes the object of a text
   * @param text the other way round
   */
  Sharing(Function<String, T> maker, Function<T, String> text) {
    this.maker = maker;
    this.text = text;
  }

  T of(String wanted) {
    int hash = wanted.hashCode();
    int slot = (hash ^ hash >>> 16) & SLOTS - 1;
    var held = slots.get(slot);
    if (held != null && text.apply(held).equals(wanted)) {
      return held;
    }
    var made = maker.apply(wanted);
    slots.set(slot, made);
    return made;
  }
}
