package im.monarch.conformance.transcript;

/** Where a line of a transcript stands; what every failure message starts with. */
public record Place(String file, int line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
