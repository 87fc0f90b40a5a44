package im.monarch.conformance.model;

import java.util.ArrayList;
import java.util.List;

/** What one connection must hear, in order; some of it in any order. */
final class Expected {

  /** Either one line, or blocks of lines whose order is free. */
  private record Part(List<List<String>> blocks) {
    int size() {
      return blocks.stream().mapToInt(List::size).sum();
    }
  }

  private final List<Part> parts = new ArrayList<>();

  void line(String line) {
    parts.add(new Part(List.of(List.of(line))));
  }

  void anyOrder(List<List<String>> blocks) {
    parts.add(new Part(List.copyOf(blocks)));
  }

  int size() {
    return parts.stream().mapToInt(Part::size).sum();
  }

  /** Whether {@code heard} is all of it and nothing else. */
  boolean matches(List<String> heard) {
    if (heard.size() != size()) {
      return false;
    }
    int from = 0;
    for (var part : parts) {
      if (!matches(part, heard.subList(from, from + part.size()))) {
        return false;
      }
      from += part.size();
    }
    return true;
  }

  private static boolean matches(Part part, List<String> heard) {
    var open = new ArrayList<>(part.blocks());
    int from = 0;
    while (from < heard.size()) {
      int start = from;
      var fitting =
          open.stream()
              .filter(block -> start + block.size() <= heard.size())
              .filter(block -> block.equals(heard.subList(start, start + block.size())))
              .findFirst();
      if (fitting.isEmpty()) {
        return false;
      }
      open.remove(fitting.get());
      from += fitting.get().size();
    }
    return true;
  }

  /** All lines, in one of the orders they may come in. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    for (var part : parts) {
      part.blocks().forEach(lines::addAll);
    }
    return lines;
  }

  @Override
  public String toString() {
    return parts.isEmpty() ? "nothing" : String.join(" / ", lines());
  }
}
