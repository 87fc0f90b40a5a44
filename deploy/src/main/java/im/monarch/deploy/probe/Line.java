package im.monarch.deploy.probe;

import java.util.List;

/** A line of the server, in words. */
record Line(List<String> words) {

  Line {
    words = List.copyOf(words);
  }

  static Line of(String text) {
    return new Line(List.of(text.split(" ", -1)));
  }

  String verb() {
    return words.getFirst();
  }

  /** The word at {@code index}, the verb being 0; empty when there are fewer. */
  String word(int index) {
    return index < words.size() ? words.get(index) : "";
  }

  boolean startsWith(String... beginning) {
    return words.size() >= beginning.length
        && words.subList(0, beginning.length).equals(List.of(beginning));
  }

  /** Whether it refuses something by number. */
  boolean isRefusal() {
    return verb().matches("[0-9]{3}");
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
