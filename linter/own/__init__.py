"""What a document says of itself: who issued it, the code of its organ, what it calls itself and its organ."""
