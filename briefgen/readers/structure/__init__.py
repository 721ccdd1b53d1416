"""What all formats share: lines -> paragraphs -> blocks with their kinds, and what a paper says about itself."""
