package org.yekuo.regulation.internal;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PaperKind;

/**
 * Whether every letter and receipt the pack can issue is worded, and every wording can be set: XHTML and Mustache without logic, which escapes what
 * it prints and loads nothing from anywhere.
 */
final class LetterChecks {

    /** The one picture a paper has, given by the program: its square code (二维码). */
    private static final String SQUARE_CODE = "{{paper.qr}}";

    /** A part taken in; parts take in none themselves, so that there is no circle. */
    private static final Pattern PART = Pattern.compile("\\{\\{\\s*>\\s*([^}\\s]+)\\s*}}");

    private static final Set<String> ELEMENTS = Set.of("html", "head", "title", "meta", "style", "body", "div", "p", "span", "h1", "h2", "h3", "table", "thead", "tbody",
            "tfoot", "tr", "th", "td", "caption", "colgroup", "col", "ul", "ol", "li", "dl", "dt", "dd", "br", "hr", "b", "strong", "em", "small", "sub", "sup", "img", "section");
    private static final Set<String> ATTRIBUTES = Set.of("class", "id", "lang", "style", "colspan", "rowspan", "alt", "src", "name", "content", "scope", "title", "type", "xmlns");

    private final Pack pack;
    private final Faults faults;

    LetterChecks(Pack pack, Faults faults) {
        this.pack = pack;
        this.faults = faults;
    }

    void check() {
        pack.letters().forEach(this::template);
        var stages = pack.procedures().stream().flatMap(procedure -> procedure.stages().stream()).toList();
        var receipts = new TreeSet<String>();
        stages.stream().filter(stage -> stage.receipt() != null).forEach(stage -> receipts.add(java.util.Objects.requireNonNull(stage.receipt()).kind()));
        pack.letters().keySet().stream().filter(name -> !name.startsWith("_")).filter(name -> !isKnown(name, receipts)).forEach(name ->
                fault(name, "words no letter the program issues and no receipt of the pack."));
        if (pack.kind() == Pack.Kind.COMPLETE) {
            Stream.concat(Stream.of(PaperKind.values()).filter(kind -> kind.isCausedByAnAct() || stages.stream().anyMatch(stage -> kind.isCausedBy(stage.key())))
                    .map(PaperKind::template), receipts.stream().map(PaperKind::receiptTemplate)).filter(name -> !pack.letters().containsKey(name)).forEach(name ->
                    fault(name, "is missing; the pack can issue such a paper."));
        }
    }

    /** A reference has no procedures, so that any receipt may be worded in it. */
    private boolean isKnown(String name, Set<String> receipts) {
        int dot = name.indexOf('.');
        var plain = dot < 0 ? name : name.substring(0, dot);
        return PaperKind.ofTemplate(plain).isPresent() || receipts.stream().map(PaperKind::receiptTemplate).anyMatch(plain::equals)
                || plain.startsWith("receipt-") && (pack.kind() == Pack.Kind.REFERENCE || !pack.includes().isEmpty());
    }

    private void template(String name, String text) {
        if (text.contains("{{{") || text.contains("{{&") || text.matches("(?s).*\\{\\{\\s*&.*") || text.matches("(?s).*\\{\\{\\s*=.*")) {
            fault(name, "prints something without escaping it, or changes the braces; both are refused.");
            return;
        }
        try {
            Mustache.compiler().withLoader(part -> new StringReader("")).compile(text);
        } catch (MustacheException broken) {
            fault(name, "can't be read as Mustache: " + broken.getMessage() + ".");
        }
        PART.matcher(text).results().map(found -> found.group(1)).filter(part -> !part.startsWith("_") || !pack.letters().containsKey(part) || name.startsWith("_"))
                .forEach(part -> fault(name, "takes in " + part + ", which is no part (a file whose name begins with _) a letter of the pack can take in."));
        parsed(name, text);
    }

    private void parsed(String name, String text) {
        try {
            var builder = secure().newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            var root = builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
            if (!name.startsWith("_") && (!root.getTagName().equals("html") || root.getElementsByTagName("title").item(0) == null || root.getAttribute("lang").isBlank())) {
                fault(name, "is no whole page: it has a root html with a lang, and a title.");
            }
            element(name, root);
        } catch (SAXException broken) {
            fault(name, "can't be read as XHTML: " + broken.getMessage());
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DocumentBuilderFactory secure() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }

    private void element(String name, Element element) {
        var tag = element.getTagName();
        if (!ELEMENTS.contains(tag)) {
            fault(name, "has the element " + tag + ", which a letter may not have.");
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i).getNodeName();
            var value = attributes.item(i).getNodeValue();
            if (!ATTRIBUTES.contains(attribute) || attribute.equals("src") && !value.equals(SQUARE_CODE) || attribute.equals("style") && loads(value)) {
                fault(name, "has " + attribute + "=\"" + value + "\" at " + tag + "; a letter loads nothing and has no script.");
            }
        }
        if (tag.equals("style") && loads(element.getTextContent())) {
            fault(name, "loads something in its style (url, @import or @font-face); a letter loads nothing.");
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                element(name, inner);
            }
        }
    }

    /** A backslash could hide any of these from this look. */
    private static boolean loads(String style) {
        var plain = style.toLowerCase(java.util.Locale.ROOT).replaceAll("/\\*.*?\\*/|\\s", "");
        return List.of("url(", "@import", "@font-face", "expression(", "src:", "\\").stream().anyMatch(plain::contains);
    }

    private void fault(String name, String sentence) {
        faults.add("letters/" + name + ".html", null, sentence);
    }

    /** Says nothing on its own and lets no error pass. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
