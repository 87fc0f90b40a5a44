package im.monarch.conformance.robustness;

import im.monarch.conformance.transcript.WireText;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bytes without sense, of several kinds of senselessness. Wire text. */
final class Noise {

  private static final List<String> WORDS =
      List.of(
          "VER",
          "CVR",
          "CVQ",
          "USR",
          "SYN",
          "CHG",
          "PNG",
          "OUT",
          "INF",
          "XFR",
          "ADD",
          "REM",
          "MSG",
          "QRY",
          "PGD",
          "SDC",
          "UUX",
          "ANS",
          "CAL",
          "GET",
          "ver",
          "MSNP9",
          "MSNP8",
          "CVR0",
          "TWN",
          "I",
          "S",
          "NLN",
          "HDN",
          "0",
          "1",
          "2",
          "-1",
          "4294967295",
          "4294967296",
          "0x0409",
          "alice@example.com",
          "t=a&p=b",
          "%",
          "%2",
          "%00",
          "\t",
          "",
          "\0");

  private static final int LONGEST = 3_000;
  private static final int LONGEST_LINE = 20_000;

  private final Random random;

  Noise(Random random) {
    this.random = random;
  }

  String next() {
    return switch (random.nextInt(5)) {
      case 0 -> bytes(random.nextInt(LONGEST));
      case 1 -> printable(random.nextInt(LONGEST));
      case 2 -> letters();
      case 3 -> "A".repeat(random.nextInt(LONGEST_LINE));
      default -> lines();
    };
  }

  String bytes(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return WireText.of(bytes);
  }

  private String printable(int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> random.nextInt(30) == 0 ? ending() : character(' ', '~'))
        .collect(Collectors.joining());
  }

  /** Characters of all alphabets, as UTF-8. */
  private String letters() {
    return WireText.of(
        random
            .ints(random.nextInt(400), 1, Character.MAX_CODE_POINT)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .mapToObj(Character::toString)
            .collect(Collectors.joining()));
  }

  /** Lines that look like commands. */
  private String lines() {
    return IntStream.range(0, 1 + random.nextInt(12))
        .mapToObj(i -> line())
        .collect(Collectors.joining());
  }

  String line() {
    return IntStream.range(0, 1 + random.nextInt(8))
            .mapToObj(i -> word())
            .collect(Collectors.joining(random.nextInt(10) == 0 ? "  " : " "))
        + ending();
  }

  String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private String ending() {
    return switch (random.nextInt(8)) {
      case 0 -> "\n";
      case 1 -> "\r";
      case 2 -> "\n\r";
      default -> "\r\n";
    };
  }

  private String character(char from, char to) {
    return String.valueOf((char) (from + random.nextInt(to - from + 1)));
  }
}
