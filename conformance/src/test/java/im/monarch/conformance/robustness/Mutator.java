package im.monarch.conformance.robustness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes small mistakes in what a client says. */
final class Mutator {

  private static final Pattern NUMBER = Pattern.compile("\\b[0-9]+\\b");
  private static final List<String> NUMBERS =
      List.of("0", "-1", "1", "2147483648", "4294967295", "4294967296", "99999999999999999999", "");
  private static final int MOST_MISTAKES = 4;

  private final Random random;
  private final Noise noise;

  Mutator(Random random) {
    this.random = random;
    this.noise = new Noise(random);
  }

  /**
   * @param dialogue what the client says, line by line, each with its ending and payload
   */
  String mutated(List<String> dialogue) {
    var lines = new ArrayList<>(dialogue);
    for (int i = random.nextInt(MOST_MISTAKES); i >= 0; i--) {
      mistake(lines);
    }
    return String.join("", lines);
  }

  private void mistake(List<String> lines) {
    if (lines.isEmpty()) {
      lines.add(noise.line());
      return;
    }
    int at = random.nextInt(lines.size());
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size() + 1), lines.get(at));
      case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case 3 -> lines.add(at, noise.line());
      default -> lines.set(at, damaged(lines.get(at)));
    }
  }

  private String damaged(String line) {
    if (line.isEmpty()) {
      return noise.bytes(1);
    }
    int from = random.nextInt(line.length());
    int to = Math.min(line.length(), from + 1 + random.nextInt(5));
    return switch (random.nextInt(9)) {
      case 0 -> line.substring(0, from) + line.substring(to);
      case 1 -> line.substring(0, from) + noise.bytes(to - from) + line.substring(to);
      case 2 -> line.substring(0, from) + noise.bytes(to - from) + line.substring(from);
      case 3 -> line.substring(0, from);
      case 4 -> line.replaceFirst("\r\n", random.nextBoolean() ? "\n" : "");
      case 5 -> line.replace(" ", random.nextBoolean() ? "  " : "\t");
      case 6 -> otherNumber(line);
      case 7 -> line.substring(0, from) + line.substring(from).repeat(1 + random.nextInt(200));
      default -> line.substring(0, from) + noise.word() + line.substring(from);
    };
  }

  private String otherNumber(String line) {
    var number = NUMBERS.get(random.nextInt(NUMBERS.size()));
    return NUMBER.matcher(line).replaceFirst(Matcher.quoteReplacement(number));
  }
}
