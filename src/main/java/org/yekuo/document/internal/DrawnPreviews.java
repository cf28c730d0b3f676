package org.yekuo.document.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.yekuo.document.FileKind;
import org.yekuo.document.Previews;
import org.yekuo.document.StoredFile;
import org.yekuo.document.TooBusy;
import org.yekuo.document.internal.Inspection.ClearStream;
import org.yekuo.vocabulary.UnitCode;

/** Draws pages and pictures, few at a time: each takes memory while it is drawn. */
@Service
class DrawnPreviews implements Previews {

    private static final Logger LOG = LoggerFactory.getLogger(DrawnPreviews.class);

    private final Sealing sealing;
    private final FileStore store;
    private final FileRows rows;
    private final FewAtOnce drawing = new FewAtOnce(3);

    DrawnPreviews(Sealing sealing, FileStore store, FileRows rows) {
        this.sealing = sealing;
        this.store = store;
        this.rows = rows;
    }

    @Override
    public int pages(StoredFile file) {
        return switch (file.kind()) {
            case JPEG, PNG -> 1;
            case DOCX, XLSX, DWG, DXF -> 0;
            case PDF -> {
                try (var place = drawing.take(); var sealed = fetch(file.unit(), file.fileId()); var document = PdfInspection.open(sealed.open())) {
                    yield Math.min(MOST_PAGES, document.getNumberOfPages());
                } catch (TooBusy busy) {
                    throw busy;
                } catch (IOException | RuntimeException broken) {
                    LOG.warn("File {} cannot be shown: {}", file.fileId(), broken.toString());
                    yield 0;
                }
            }
        };
    }

    @Override
    public Optional<byte[]> page(UnitCode unit, String fileId, int page) {
        var file = rows.find(unit.city(), fileId).filter(found -> page >= 1 && page <= MOST_PAGES);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (var place = drawing.take(); var sealed = fetch(unit.city(), fileId)) {
            return draw(file.get().kind(), sealed, page);
        } catch (TooBusy busy) {
            throw busy;
        } catch (IOException | RuntimeException broken) {
            LOG.warn("Page {} of file {} cannot be shown: {}", page, fileId, broken.toString());
            return Optional.empty();
        }
    }

    private static Optional<byte[]> draw(FileKind kind, Sealing.Sealed sealed, int page) throws IOException {
        var out = new ByteArrayOutputStream();
        boolean drawn = switch (kind) {
            case PDF -> drawPage(sealed, page, out);
            case JPEG, PNG -> {
                try (var clear = sealed.open()) {
                    yield page == 1 && Pictures.show(new ClearStream(clear), out);
                }
            }
            case DOCX, XLSX, DWG, DXF -> false;
        };
        return drawn ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    private static boolean drawPage(Sealing.Sealed sealed, int page, ByteArrayOutputStream to) throws IOException {
        try (var document = PdfInspection.open(sealed.open())) {
            if (page > document.getNumberOfPages()) {
                return false;
            }
            var box = document.getPage(page - 1).getCropBox();
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            float scale = Math.min(2, Pictures.SIDE / Math.max(1, Math.max(box.getWidth(), box.getHeight())));
            return ImageIO.write(renderer.renderImage(page - 1, scale, ImageType.RGB), "jpeg", to);
        }
    }

    private Sealing.Sealed fetch(UnitCode unit, String fileId) throws IOException {
        return sealing.fetch(unit.city(), rows.address(unit.city(), fileId).orElseThrow(), store);
    }
}
