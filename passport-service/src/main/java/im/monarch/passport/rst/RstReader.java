package im.monarch.passport.rst;

import im.monarch.passport.rst.RstRequest.Flaw;
import im.monarch.passport.rst.RstRequest.Wanted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a RequestMultipleSecurityTokens message, or a single RequestSecurityToken. The envelope has
 * to be that of SOAP 1.1; elsewhere the place in the document decides, as clients differ in
 * prefixes and more than one version of the other namespaces is about.
 */
final class RstReader {

  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String USER = "/Envelope/Header/Security/UsernameToken/";
  private static final Pattern TOKEN =
      Pattern.compile(
          "/Envelope/Body(?:/RequestMultipleSecurityTokens)?/RequestSecurityToken(/.*)?");
  private static final Pattern NUMBER = Pattern.compile("RST([0-9]{1,3})");
  private static final String ENDPOINT = "/AppliesTo/EndpointReference/";

  /** The address is the eighth level. */
  private static final int DEEPEST = 16;

  private static final int MOST_ELEMENTS = 500;
  private static final int MOST_TOKENS = 16;
  private static final int LONGEST = 1_024;
  private static final int LONGEST_NAME = 64;

  private final XMLStreamReader xml;
  private final StringBuilder path = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private final List<Draft> drafts = new ArrayList<>();
  private Optional<String> handle = Optional.empty();
  private Optional<String> password = Optional.empty();
  private boolean otherSoap;
  private int depth;
  private int elements;

  /** A token whose element has not been left yet, or was the last one. */
  private static final class Draft {
    private OptionalInt number = OptionalInt.empty();
    private Optional<String> address = Optional.empty();
    private Optional<String> policy = Optional.empty();
  }

  private RstReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** Never throws, and never takes longer than the bytes are long. */
  static RstRequest read(byte[] body) {
    try {
      return new RstReader(SafeXml.open(body)).request();
    } catch (XMLStreamException | RuntimeException e) {
      // The JDK's scanner answers some nonsense with unchecked exceptions. Nothing is logged: the
      // message can quote the password.
      return new RstRequest.Refused(Flaw.MALFORMED);
    }
  }

  private RstRequest request() throws XMLStreamException {
    while (xml.hasNext() && !otherSoap) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> begin();
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            hear(xml.getText());
        case XMLStreamConstants.COMMENT, XMLStreamConstants.END_DOCUMENT -> {}
        default -> throw new XMLStreamException("not in SOAP"); // DTD, entity, instruction
      }
    }
    return otherSoap ? new RstRequest.Refused(Flaw.OTHER_SOAP) : conclude();
  }

  private RstRequest conclude() throws XMLStreamException {
    if (handle.isEmpty() || password.isEmpty()) {
      return new RstRequest.Refused(Flaw.NO_CREDENTIALS);
    }
    var wanted = IntStream.range(0, drafts.size()).mapToObj(this::wanted).toList();
    var numbers = new HashSet<Integer>();
    if (wanted.isEmpty()
        || wanted.stream().anyMatch(w -> w.address().isEmpty() || !numbers.add(w.number()))) {
      throw new XMLStreamException("tokens");
    }
    return new RstRequest.Tokens(handle.get().strip(), password.get(), wanted);
  }

  private Wanted wanted(int position) {
    var draft = drafts.get(position);
    return new Wanted(
        draft.number.orElse(position), draft.address.orElse("").strip(), draft.policy);
  }

  private void begin() throws XMLStreamException {
    path.append('/').append(xml.getLocalName());
    text.setLength(0);
    if (++depth > DEEPEST
        || ++elements > MOST_ELEMENTS
        || xml.getLocalName().length() > LONGEST_NAME) {
      throw new XMLStreamException("too many elements, or too long a name");
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      bounded(xml.getAttributeValue(i));
    }
    if (depth <= 2) {
      checkFrame();
    }
    beginToken();
  }

  /** The root, and what is directly in it. */
  private void checkFrame() throws XMLStreamException {
    boolean isSoap = SOAP.equals(xml.getNamespaceURI());
    if (depth == 1 && !xml.getLocalName().equals("Envelope")) {
      throw new XMLStreamException("no envelope");
    }
    otherSoap = depth == 1 && !isSoap;
    if (depth == 2 && !isSoap) {
      throw new XMLStreamException("neither header nor body");
    }
  }

  private void beginToken() throws XMLStreamException {
    switch (partOfToken()) {
      case "" -> {
        if (drafts.size() == MOST_TOKENS) {
          throw new XMLStreamException("too many tokens");
        }
        var draft = new Draft();
        draft.number = number(attribute("Id"));
        drafts.add(draft);
      }
      case "/PolicyReference" -> {
        var draft = drafts.getLast();
        draft.policy = once(draft.policy, attribute("URI").orElse(""));
      }
      default -> {}
    }
  }

  private void end() throws XMLStreamException {
    switch (path.toString()) {
      case USER + "Username" -> handle = once(handle, text.toString());
      case USER + "Password" -> password = once(password, text.toString());
      default -> endToken();
    }
    text.setLength(0);
    path.setLength(path.lastIndexOf("/"));
    depth--;
  }

  private void endToken() throws XMLStreamException {
    switch (partOfToken()) {
      case ENDPOINT + "Address", ENDPOINT + "ServiceName" -> {
        var draft = drafts.getLast();
        draft.address = once(draft.address, text.toString());
      }
      default -> {}
    }
  }

  /** The path below the token that it belongs to; {@code none} outside of one. */
  private String partOfToken() {
    var token = TOKEN.matcher(path);
    return token.matches() ? Optional.ofNullable(token.group(1)).orElse("") : "none";
  }

  private void hear(String piece) throws XMLStreamException {
    text.append(piece);
    if (path.toString().startsWith(USER) || partOfToken().startsWith(ENDPOINT)) {
      bounded(text);
    }
  }

  private Optional<String> attribute(String name) {
    return IntStream.range(0, xml.getAttributeCount())
        .filter(i -> xml.getAttributeLocalName(i).equals(name))
        .mapToObj(xml::getAttributeValue)
        .findFirst();
  }

  private static OptionalInt number(Optional<String> id) {
    var number = NUMBER.matcher(id.orElse(""));
    return number.matches()
        ? OptionalInt.of(Integer.parseInt(number.group(1)))
        : OptionalInt.empty();
  }

  /** Two answers to one question are none. */
  private static Optional<String> once(Optional<String> before, String value)
      throws XMLStreamException {
    if (before.isPresent()) {
      throw new XMLStreamException("twice");
    }
    return Optional.of(value);
  }

  private static void bounded(CharSequence value) throws XMLStreamException {
    if (value.length() > LONGEST) {
      throw new XMLStreamException("too long");
    }
  }
}
