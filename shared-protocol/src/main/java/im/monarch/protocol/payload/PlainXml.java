package im.monarch.protocol.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.protocol.frame.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The XML that Messenger clients send, and no more of XML than that: one root element, in it
 * elements of text, in the text references to characters. No attributes, comments, processing
 * instructions, sections or document types, hence no entities to expand and nothing to fetch. The
 * text is not decoded: whoever relays it relays it unchanged.
 */
final class PlainXml {

  private static final Set<String> NAMED = Set.of("amp", "lt", "gt", "quot", "apos");
  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_REFERENCE = 8;

  private final String text;
  private int position;

  private PlainXml(String text) {
    this.text = text;
  }

  /**
   * The raw text of each element in {@code root}; the first of several of one name.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Map<String, String> elements(String root, Payload payload) {
    return new PlainXml(utf8(payload)).document(root);
  }

  private static String utf8(Payload payload) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(payload.shared())).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8", e);
    }
  }

  private Map<String, String> document(String root) {
    var elements = new HashMap<String, String>();
    skipBlanks();
    if (open(root)) {
      skipBlanks();
      while (!text.startsWith("</", position)) {
        element(elements);
        skipBlanks();
      }
      close(root);
    }
    skipBlanks();
    if (position < text.length()) {
      throw wrong("something behind the root");
    }
    return elements;
  }

  private void element(Map<String, String> elements) {
    int start = position + 1;
    int end = start;
    while (end < text.length() && isLetter(text.charAt(end)) && end - start <= LONGEST_NAME) {
      end++;
    }
    var name = end > start ? text.substring(start, end) : "";
    elements.putIfAbsent(name, open(name) ? content(name) : "");
  }

  /** Reads the tag that opens {@code name}; yields whether something is to be in the element. */
  private boolean open(String name) {
    if (name.isEmpty()) {
      throw wrong("no element");
    }
    expect("<" + name);
    skipBlanks();
    if (text.startsWith("/>", position)) {
      position += 2;
      return false;
    }
    expect(">");
    return true;
  }

  private void close(String name) {
    expect("</" + name);
    skipBlanks();
    expect(">");
  }

  private String content(String name) {
    int start = position;
    while (position < text.length() && text.charAt(position) != '<') {
      character();
    }
    var content = text.substring(start, position);
    close(name);
    return content;
  }

  private void character() {
    char c = text.charAt(position);
    if (c == '&') {
      reference();
    } else if (isCharacter(c) && !text.startsWith("]]>", position)) {
      position++;
    } else {
      throw wrong("a character that may not be there");
    }
  }

  private void reference() {
    int end = text.indexOf(';', position);
    if (end < 0 || end - position - 1 > LONGEST_REFERENCE) {
      throw wrong("a reference without an end");
    }
    var name = text.substring(position + 1, end);
    if (!NAMED.contains(name) && !isNumber(name)) {
      throw wrong("a reference to something else");
    }
    position = end + 1;
  }

  private static boolean isNumber(String name) {
    boolean hex = name.startsWith("#x");
    if (!name.startsWith("#") || name.indexOf('+') >= 0) {
      return false;
    }
    try {
      int code = hex ? Integer.parseInt(name, 2, name.length(), 16) : decimal(name);
      return Character.isValidCodePoint(code) && isCharacter(code) && !isSurrogate(code);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static int decimal(String name) {
    return Integer.parseInt(name, 1, name.length(), 10);
  }

  private static boolean isSurrogate(int code) {
    return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
  }

  private static boolean isCharacter(int c) {
    return c >= ' ' ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private void skipBlanks() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private void expect(String token) {
    if (!text.startsWith(token, position)) {
      throw wrong("expected " + token);
    }
    position += token.length();
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("XML at character " + position + ": " + what);
  }
}
